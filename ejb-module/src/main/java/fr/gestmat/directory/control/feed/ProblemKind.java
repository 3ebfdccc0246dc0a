package fr.gestmat.directory.control.feed;

/**
 * What can be wrong in a feed, and what becomes of it. The name is the stable code of the report;
 * its sentence lives in the texts of the pages.
 */
public enum ProblemKind {
  /** The file is not XML, or stops before its end. */
  FILE_BROKEN(Severity.FILE),
  /** The file's root is not that of an AAF file. */
  FILE_NOT_AAF(Severity.FILE),
  /** The file declares or uses entities: never read, whatever they say. */
  FILE_HOSTILE(Severity.FILE),
  /** A byte does not exist in the charset that the file declares. */
  FILE_WRONG_CHARSET(Severity.FILE),
  /** The file declares a charset that no feed uses. */
  FILE_UNKNOWN_CHARSET(Severity.FILE),
  /** Updates (delta): only a complete export can be taken in. */
  FILE_IS_DELTA(Severity.FILE),
  /** The file holds nothing that this product uses. */
  FILE_WITHOUT_RECORD(Severity.ODDITY),
  /** The table cannot be read, or not to its end. */
  TABLE_UNREADABLE(Severity.FILE),
  /** A column that must be there is missing (CSV). */
  COLUMN_MISSING(Severity.FILE),
  /** A row has not as many cells as the heading (CSV). */
  ROW_RAGGED(Severity.REJECTED),

  /** No key: the record could never be recognised again. */
  KEY_MISSING(Severity.REJECTED),
  /** No last name. */
  NAME_MISSING(Severity.REJECTED),
  /** A value longer than any real one. */
  VALUE_TOO_LONG(Severity.REJECTED),
  /** The pupil is tied to no school. */
  SCHOOL_MISSING(Severity.REJECTED),
  /** The school is not in the set, nor known from before. */
  SCHOOL_UNKNOWN(Severity.REJECTED),
  /** The school is not one of the authority's. */
  SCHOOL_NOT_OURS(Severity.REJECTED),
  /** The school's code is not seven digits and a letter. */
  UAI_MALFORMED(Severity.REJECTED),
  /** The same key came before in the same set: the first one counts. */
  KEY_TWICE(Severity.REJECTED),

  /** The letter of the school's code is not the computed one. */
  UAI_LETTER(Severity.ODDITY),
  /** A zone of replacement teachers, taken as a school because pupils are tied to it. */
  REPLACEMENT_ZONE(Severity.ODDITY),
  /** The feed does not say what kind of school it is. */
  SCHOOL_WITHOUT_TYPE(Severity.ODDITY),
  /** A date that does not exist; the person is taken without it. */
  DATE_UNREADABLE(Severity.ODDITY),
  /** A mail address without the shape of one; the person is taken without it. */
  EMAIL_UNREADABLE(Severity.ODDITY),
  /** A régime that the product does not know: kept as text. */
  REGIME_UNKNOWN(Severity.ODDITY),
  /** A link between pupil and guardian that cannot be read. */
  LINK_UNREADABLE(Severity.ODDITY),
  /** A link whose code is in no known list: kept as "other". */
  LINK_CODE_UNKNOWN(Severity.ODDITY),
  /** Old and new link codes in one set: the more frequent form decides who has authority. */
  LINK_CODES_MIXED(Severity.ODDITY),
  /** A pupil names a guardian who is not in the set: the link waits for a later import. */
  GUARDIAN_MISSING(Severity.ODDITY),
  /** No pupil names this guardian; taken in all the same. */
  GUARDIAN_UNLINKED(Severity.ODDITY),
  /** A pupil names no guardian. */
  PUPIL_WITHOUT_GUARDIAN(Severity.ODDITY),
  /** A pupil is in no class. */
  PUPIL_WITHOUT_CLASS(Severity.ODDITY),
  /** A pupil is in several classes: all are kept, lists show the first one. */
  PUPIL_SEVERAL_CLASSES(Severity.ODDITY),
  /** A class or group that cannot be read. */
  CLASS_UNREADABLE(Severity.ODDITY),
  /** A class or group of a school that is not the pupil's: not kept. */
  CLASS_ELSEWHERE(Severity.ODDITY),
  /** The grade is in no list of the set nor known from before: kept as code. */
  GRADE_UNKNOWN(Severity.ODDITY),
  /** A function of a member of staff in a school that is not in the set. */
  FUNCTION_SCHOOL_UNKNOWN(Severity.ODDITY),
  /** A kind of record that this product does not use. */
  CATEGORY_UNKNOWN(Severity.ODDITY);

  /** What becomes of the thing that is wrong. */
  public enum Severity {
    /** The file is refused, and so is the whole set: nothing is taken in by halves. */
    FILE,
    /** The record stays out; the others go in. */
    REJECTED,
    /** The record goes in; a person should know. */
    ODDITY
  }

  private final Severity severity;

  ProblemKind(Severity severity) {
    this.severity = severity;
  }

  /** What becomes of the file or record. */
  public Severity severity() {
    return severity;
  }
}
