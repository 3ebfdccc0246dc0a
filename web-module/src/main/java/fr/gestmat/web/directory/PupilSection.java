package fr.gestmat.web.directory;

import fr.gestmat.web.view.Page;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of the pupil's page that another component fills, such as the pupil's loans. Every CDI
 * bean of this type is asked; its template holds a section and no layout.
 */
public interface PupilSection {

  /** Its place on the page; the lowest number comes first. */
  int order();

  /**
   * The part about a pupil.
   *
   * @param pupil public id of a pupil whom the visitor may see
   * @return nothing if there is nothing that this visitor may see
   */
  Optional<Page> about(UUID pupil);
}
