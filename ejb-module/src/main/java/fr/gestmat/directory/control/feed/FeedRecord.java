package fr.gestmat.directory.control.feed;

/** One record of a feed that can be taken in; keys are those of the feed, not ours. */
public sealed interface FeedRecord
    permits FeedSchool, FeedGrade, FeedPupil, FeedGuardian, FeedStaff {

  /**
   * The record's key in its feed (AAF: ENTPersonJointure, ENTStructureJointure, ENTMefJointure).
   */
  String key();

  /** Where the record begins. */
  FeedPlace place();
}
