package fr.gestmat.system.incontainer;

import fr.gestmat.directory.entity.PupilsLeft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Does something in the middle of an import: inside the transaction of a school in which pupils
 * leave, once for each authority that asks for it.
 */
@ApplicationScoped
public class Interruption {

  private final ConcurrentHashMap<Long, Runnable> armed = new ConcurrentHashMap<>();

  /** What to do when pupils leave a school of the authority. */
  public void when(long authority, Runnable interruption) {
    armed.put(authority, interruption);
  }

  void left(@Observes PupilsLeft event) {
    Runnable interruption = armed.remove(event.authorityId());
    if (interruption != null) {
      interruption.run();
    }
  }
}
