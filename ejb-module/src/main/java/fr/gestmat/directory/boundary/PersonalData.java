package fr.gestmat.directory.boundary;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a part of the product knows of one person, to be handed over to that person (right of
 * access, GDPR article 15). Each component that keeps personal data implements it as a CDI bean. It
 * answers with what is the person's own: never with what another parent said of themselves.
 */
public interface PersonalData {

  /** Name of the part in the file, in plain French. */
  String part();

  /** What it knows, in words that the person understands. Needs a transaction. */
  JsonObject about(Person person);

  /** The files that it keeps of the person. */
  default List<PersonalFile> files(Person person) {
    return List.of();
  }

  /**
   * One person, by everything that the product may know them as.
   *
   * @param authorityId authority that the data belong to
   * @param accounts database ids of accounts
   * @param guardians database ids in the directory
   * @param pupils database ids in the directory
   */
  record Person(long authorityId, Set<Long> accounts, Set<Long> guardians, Set<Long> pupils) {

    /** Copies the sets. */
    public Person {
      accounts = Set.copyOf(accounts);
      guardians = Set.copyOf(guardians);
      pupils = Set.copyOf(pupils);
    }
  }

  /**
   * A file.
   *
   * @param name name for people
   * @param content where its bytes are
   */
  record PersonalFile(String name, Content content) {}

  /** The bytes of a file. */
  @FunctionalInterface
  interface Content {
    /**
     * Opens it; to be closed by who reads. Empty if it is gone.
     *
     * @throws IOException if it was changed where it lies
     */
    Optional<InputStream> open() throws IOException;
  }
}
