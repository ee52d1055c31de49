package dev.muster.app.http;

/** Receives answered requests, from many threads. */
public interface AccessListener {

  void answered(Access access);
}
