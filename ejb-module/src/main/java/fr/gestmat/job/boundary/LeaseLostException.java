package fr.gestmat.job.boundary;

/** Another server has taken a task over; who learns it stops without writing anything more. */
public class LeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** About the task with this database id. */
  public LeaseLostException(long taskId) {
    super("task " + taskId + " was taken over");
  }
}
