package fr.gestmat.filestore.entity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Scope;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose data a file holds is what its owner saw, never less. */
class FileOwnerTest {

  @Test
  void who_sees_the_whole_authority_and_works_in_a_school_keeps_a_file_of_the_whole_authority() {
    assertThat(FileOwner.of(new Scope(1, true, Set.of(7L)), 2).schools()).isEmpty();
    assertThat(FileOwner.of(new Scope(1, false, Set.of(7L)), 2).schools()).containsExactly(7L);
  }
}
