package fr.gestmat.job.boundary;

import fr.gestmat.job.entity.JobReport;

/**
 * Work that comes back by itself, implemented by the component that knows how to do it as a CDI
 * bean. One server at a time does it; administrators see its runs and may start it by hand.
 *
 * <p>It is called outside of any transaction and opens its own. It may be done twice without harm,
 * as a server can die between two of them.
 */
public interface PlannedJob {

  /** Its name and its hours. */
  JobPlan plan();

  /**
   * Does what there is to do.
   *
   * @return what was done; a run that had nothing to do is not kept
   * @throws Exception if it can't; the run is then shown as failed, and the next one tries again
   */
  JobReport work() throws Exception;
}
