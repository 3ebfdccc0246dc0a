package fr.gestmat.reports.photo;

/** A file is not taken as a photo. */
public final class PhotoException extends Exception {
  private static final long serialVersionUID = 1L;

  private final PhotoProblem problem;

  PhotoException(PhotoProblem problem) {
    super(problem.name());
    this.problem = problem;
  }

  /** Why. */
  public PhotoProblem problem() {
    return problem;
  }
}
