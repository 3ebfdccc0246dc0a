package fr.gestmat.mealaid.control.document;

/** What is written in the journal about documents; the sentence of each is {@link #textKey()}. */
public enum DocumentAction {
  /** Somebody gave a document. */
  DOCUMENT_SENT,
  /** A document of another child's application was taken over. */
  DOCUMENT_REUSED,
  /** Somebody opened one. */
  DOCUMENT_OPENED,
  /** An officer opened unusually many and was stopped. */
  DOCUMENTS_STOPPED,
  /** Somebody took one away. */
  DOCUMENT_REMOVED,
  /** An identity paper went with the decision. */
  IDENTITY_PAPER_REMOVED,
  /** The scanner found something in one. */
  DOCUMENT_INFECTED,
  /** What lies in the store is not what was kept. */
  DOCUMENT_LOST,
  /** Certificates were brought in, or a new list of them. */
  CERTIFICATES_IMPORTED;

  /** Key of its sentence. */
  public String textKey() {
    return "journal." + name();
  }
}
