package fr.gestmat.directory.entity;

/** Where a set comes from; keys of people are keys of their source only. */
public enum FeedSource {
  /** A complete export of the academy's directory. */
  AAF,
  /** A table of pupils. */
  CSV
}
