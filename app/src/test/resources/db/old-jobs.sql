-- Rows as version 3 (SQLite) and 5 (PostgreSQL) of the tables had them, from a directory that a
-- build of that time made: `muster import people.csv`, 1,500 rows of which 3 fail and one names a
-- role that isn't there, and `muster import more.csv --atomic`, which fails. The third import is the
-- first one as if it had been cancelled after its first chunk.

INSERT INTO jobs (number, id, state, format, realm, source, path, digest, host, options, records, first_user, chunk_size, created_at, completed_at)
VALUES (1, 'imp_000000000001', 'completed', 'csv', 'default', 'people.csv', '/tmp/people.csv', '192806b0a6c8352e8a28dfb23b5e852ea5a7618ce9dc13ddbcd0dbd59ca9d108', 'host', '{"encoding":"auto","dry_run":false,"atomic":false,"diff":false}', 1500, 1, 1000, 1795929273773, 1795929274492);

INSERT INTO jobs (number, id, state, format, realm, source, path, digest, host, options, records, first_user, chunk_size, created_at, completed_at)
VALUES (2, 'imp_000000000002', 'failed', 'csv', 'default', 'more.csv', '/tmp/more.csv', '38aa02ee10087f30bcfc18b6285af4359442f7f3e5c7d7176df7e68dd4971706', 'host', '{"encoding":"auto","dry_run":false,"atomic":true,"diff":false}', 2, 1501, 1000, 1795929275685, 1795929275888);

INSERT INTO jobs (number, id, state, format, realm, source, path, digest, host, options, records, first_user, chunk_size, created_at, completed_at)
VALUES (3, 'imp_000000000003', 'failed', 'csv', 'default', 'people.csv', '/tmp/people.csv', '192806b0a6c8352e8a28dfb23b5e852ea5a7618ce9dc13ddbcd0dbd59ca9d108', 'host', '{"encoding":"auto","dry_run":false,"atomic":false,"diff":false}', 1500, 1503, 1000, 1795929273773, 1795929274492);

INSERT INTO job_chunks (job, number, inserted, updated, skipped, failed, changed, erroneous, results, rejects)
VALUES (1, 0, 998, 0, 0, 2, 998, 3, X'78016378c1be84918581915d851101851919b85c1c431ce35d8382fc8318645cf34a528b141215ca12733253145273133373141253528a528b8bf51818185958105a4759a321301a02c33304841999985946733b5241393ce379d457a485800923035f90bf8f6bbc9f7f48bc9b7fa89f0b837a48466a51aa4266b1425ebe42517e4eaa82525e7e527e4aa59242669e424946aa42516a624eae1e0b100c93f4040030c0b14d', X'7801538c56cacb2fd14dccd34d4c49294a2d2e56d251724a4c513007d21140ac14ab8c4385a901420d00d85a136e');

INSERT INTO job_chunks (job, number, inserted, updated, skipped, failed, changed, erroneous, results, rejects)
VALUES (1, 1, 499, 0, 0, 1, 499, 1, X'78017bc1fe857909e3157e064676154604146664e072710c718c770d0af20f629071cd2b492d524854284bccc94c5148cd4dcccc51484c49294a2d2ed6636060646141681d658d86c068080c97100000364f58c2', X'7801538956cacb2fd14dccd34d4c49294a2d2e56d251724a4c51303430300732238058291600d4e60a18');

INSERT INTO job_chunks (job, number, inserted, updated, skipped, failed, changed, erroneous, results, rejects)
VALUES (2, 0, 0, 0, 1, 1, 0, 1, X'78010d8cb10a02311044377295adadc57c80f80176075e6521047b596f731acc656513fc08bfda2d06661e8fa1cd2f0c14e8625a4a123c787e9fd05fb921af1fb50e6f5c0ad450d5797d1ec0553cbe92c1d2ac26d005b963e1ec27bb40dbf3781bef538cd748fba97617195f2e59905697c022965a3b128561f803ebe02942', X'7801e38b564a2acacf4ecd53d25172568a050022f0043f');

INSERT INTO job_chunks (job, number, inserted, updated, skipped, failed, changed, erroneous, results, rejects)
VALUES (3, 0, 998, 0, 0, 2, 998, 3, X'78016378c1be84918581915d851101851919b85c1c431ce35d8382fc8318645cf34a528b141215ca12733253145273133373141253528a528b8bf51818185958105a4759a321301a02c33304841999985946733b5241393ce379d457a485800923035f90bf8f6bbc9f7f48bc9b7fa89f0b837a48466a51aa4266b1425ebe42517e4eaa82525e7e527e4aa59242669e424946aa42516a624eae1e0b100c93f4040030c0b14d', X'7801538c56cacb2fd14dccd34d4c49294a2d2e56d251724a4c513007d21140ac14ab8c4385a901420d00d85a136e');
