package fr.gestmat.directory.control.intake;

/** Why files are not even taken; the name is the stable code of the sentence shown. */
public enum IntakeRefusal {
  /** No file was sent. */
  NOTHING_SENT,
  /** A file of nothing. */
  FILE_EMPTY,
  /** Neither XML, nor ZIP, nor a table. */
  FILE_OF_OTHER_KIND,
  /** Tables of pupils and AAF files in one set, or several tables. */
  SEVERAL_KINDS,
  /** More than a server can take in one go. */
  FILE_TOO_LARGE,
  /** The ZIP cannot be read. */
  ARCHIVE_BROKEN,
  /** The ZIP holds no XML file. */
  ARCHIVE_EMPTY,
  /** The ZIP holds something else than XML files. */
  ARCHIVE_WITH_OTHER_FILES,
  /** The ZIP holds more files than any export. */
  ARCHIVE_TOO_MANY_FILES,
  /** The ZIP unpacks to more than any export, or far more than its size explains. */
  ARCHIVE_TOO_LARGE,
  /** Another import of this authority is not over. */
  ANOTHER_IMPORT_OPEN
}
