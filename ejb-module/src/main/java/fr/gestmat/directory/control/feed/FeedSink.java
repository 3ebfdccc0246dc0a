package fr.gestmat.directory.control.feed;

/** Takes what a reader finds, in the order of the file. */
public interface FeedSink {

  /** Takes a record that can be taken in. */
  void record(FeedRecord found);

  /** Takes a problem: of a record, or of the file when its kind says so. */
  void problem(FeedProblem found);
}
