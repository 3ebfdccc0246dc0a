package fr.gestmat.job.boundary;

/**
 * One kind of background work, implemented by the component that knows how to do it as a CDI bean.
 *
 * <p>It is called outside of any transaction and opens its own, each of which leaves the data whole
 * and says where it stands: when a server dies, another one calls it again with the same task.
 */
public interface BackgroundWork {

  /** The kind of tasks that it does; at most 40 ASCII characters. */
  String kind();

  /**
   * Does the task, or what is left of it.
   *
   * @param run the task, and where to say how far the work is
   * @return what was done
   * @throws Exception if it can't go on; the task is then failed, and may be asked for again
   */
  TaskResult run(TaskRun run) throws Exception;
}
