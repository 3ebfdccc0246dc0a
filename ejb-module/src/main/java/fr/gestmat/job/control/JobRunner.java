package fr.gestmat.job.control;

import fr.gestmat.job.boundary.LeasedJobs;
import fr.gestmat.job.boundary.PlannedJob;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Runs planned jobs on threads of their own. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobRunner {

  @Inject private LeasedJobs leased;

  /** Runs a job if its time has come and no other server runs it. */
  @Asynchronous
  public void whenDue(PlannedJob job) {
    leased.run(job);
  }

  /** Runs a job now, unless a server is at it. */
  @Asynchronous
  public void now(PlannedJob job) {
    leased.runNow(job);
  }
}
