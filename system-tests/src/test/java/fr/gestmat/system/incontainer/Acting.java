package fr.gestmat.system.incontainer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Runs the body of a test as somebody: on a thread and in a request of its own, with the caller
 * signed on and the role that the container checks.
 */
@ApplicationScoped
public class Acting {

  @Resource private ManagedExecutorService threads;
  @Inject private Instance<RequestContextController> requests;
  @Inject private CurrentCaller currentCaller;
  @Inject private AsPupil asPupil;
  @Inject private AsGuardian asGuardian;
  @Inject private AsLoanAgent asLoanAgent;
  @Inject private AsLoanManager asLoanManager;
  @Inject private AsRegionManager asRegionManager;
  @Inject private AsAuditor asAuditor;
  @Inject private AsAdmin asAdmin;
  @Inject private AsBursar asBursar;
  @Inject private AsAidOfficer asAidOfficer;
  @Inject private AsAidManager asAidManager;

  /** Runs work as a caller whom the container knows by one role, and waits for its result. */
  public <T> T as(Caller caller, Role role, Callable<T> work) throws Exception {
    try {
      return begin(caller, role, work).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** Begins work as a caller, for tests of what happens at the same time. */
  public <T> Future<T> begin(Caller caller, Role role, Callable<T> work) {
    return threads.submit(
        () -> {
          RequestContextController request = requests.get();
          request.activate();
          try {
            currentCaller.signOn(caller);
            return inRole(role, work);
          } finally {
            request.deactivate();
          }
        });
  }

  private <T> T inRole(Role role, Callable<T> work) throws Exception {
    return switch (role) {
      case PUPIL -> asPupil.call(work);
      case GUARDIAN -> asGuardian.call(work);
      case LOAN_AGENT -> asLoanAgent.call(work);
      case LOAN_MANAGER -> asLoanManager.call(work);
      case REGION_MANAGER -> asRegionManager.call(work);
      case AUDITOR -> asAuditor.call(work);
      case ADMIN -> asAdmin.call(work);
      case BURSAR -> asBursar.call(work);
      case AID_OFFICER -> asAidOfficer.call(work);
      case AID_MANAGER -> asAidManager.call(work);
    };
  }
}
