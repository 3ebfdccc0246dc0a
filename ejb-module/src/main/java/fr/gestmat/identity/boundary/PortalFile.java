package fr.gestmat.identity.boundary;

import java.util.List;
import java.util.UUID;

/**
 * A portal as its administrators see it.
 *
 * @param id the id that the outside knows
 * @param version as it was read; two people who edit the same portal are told apart by it
 * @param form how it is described
 * @param schools the schools it may speak for, by name
 */
public record PortalFile(UUID id, int version, PortalForm form, List<SchoolRef> schools) {

  /** Keeps the list unchangeable. */
  public PortalFile {
    schools = List.copyOf(schools);
  }
}
