package fr.gestmat.job.boundary;

/** Background work that stops for a reason which its page can explain. */
public class TaskFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String summary;

  /**
   * Stops the work.
   *
   * @param summary JSON for the page of this kind of work
   */
  public TaskFailedException(String summary) {
    super(summary);
    this.summary = summary;
  }

  /** JSON for the page of this kind of work. */
  public String summary() {
    return summary;
  }
}
