package fr.gestmat.identity.boundary;

import fr.gestmat.identity.entity.Protocol;
import java.util.Set;

/**
 * How an administrator describes a portal.
 *
 * @param key short stable name in addresses; only a new portal's is read
 * @param name name on the screens
 * @param protocol how it speaks
 * @param baseUrl address of its CAS server
 * @param personIdAttribute attribute that carries a person's id in the directory feed
 * @param uais codes of the schools it may speak for
 * @param active whether people may sign on through it
 */
public record PortalForm(
    String key,
    String name,
    Protocol protocol,
    String baseUrl,
    String personIdAttribute,
    Set<String> uais,
    boolean active) {

  /** Keeps the set unchangeable. */
  public PortalForm {
    uais = Set.copyOf(uais);
  }
}
