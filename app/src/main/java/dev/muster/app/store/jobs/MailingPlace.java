package dev.muster.app.store.jobs;

/**
 * The place in a mailing from which on users are still to be queued.
 *
 * @param job the import's number
 * @param users how many users get a mail
 * @param queued how many of them are queued
 * @param chunk the chunk of the next record
 * @param place the 0-based place of the next record in that chunk
 * @param id the import's id
 * @param firstUser the number reserved for the user of record 0
 */
record MailingPlace(
    long job,
    long users,
    long queued,
    int chunk,
    int place,
    String id,
    String realm,
    long firstUser) {}
