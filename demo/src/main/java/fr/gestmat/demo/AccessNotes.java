package fr.gestmat.demo;

import fr.gestmat.access.Role;
import fr.gestmat.demo.territory.SampleAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The sample passwords and tokens, kept beside the data so that the next start can print them
 * again. The database has only their hashes; the file is its owner's alone.
 */
final class AccessNotes {

  private static final String SEPARATOR = "\t";

  private AccessNotes() {}

  static void write(Path file, SampleAccess access) throws IOException {
    List<String> lines = new ArrayList<>();
    for (SampleAccess.Login login : access.logins()) {
      lines.add(
          String.join(
              SEPARATOR,
              "login",
              login.role().name(),
              login.fullName(),
              login.login(),
              login.password()));
    }
    for (SampleAccess.Token token : access.tokens()) {
      lines.add(
          String.join(SEPARATOR, "token", token.role().name(), token.owner(), token.secret()));
    }
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, lines);
  }

  /** What was written; nothing when the data are not a sample of ours. */
  static SampleAccess read(Path file) throws IOException {
    List<SampleAccess.Login> logins = new ArrayList<>();
    List<SampleAccess.Token> tokens = new ArrayList<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      String[] parts = line.split(SEPARATOR, -1);
      Role role = Role.valueOf(parts[1]);
      if (parts[0].equals("login")) {
        logins.add(new SampleAccess.Login(parts[3], parts[4], parts[2], role));
      } else {
        tokens.add(new SampleAccess.Token(role, parts[2], parts[3]));
      }
    }
    return new SampleAccess(logins, tokens);
  }
}
