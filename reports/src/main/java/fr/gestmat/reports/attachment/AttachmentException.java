package fr.gestmat.reports.attachment;

/** A file is not taken as a document. */
public final class AttachmentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final AttachmentProblem problem;

  AttachmentException(AttachmentProblem problem) {
    super(problem.name());
    this.problem = problem;
  }

  AttachmentException(AttachmentProblem problem, Throwable cause) {
    super(problem.name(), cause);
    this.problem = problem;
  }

  /** Why. */
  public AttachmentProblem problem() {
    return problem;
  }
}
