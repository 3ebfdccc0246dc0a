package fr.gestmat.web.view;

import java.net.URI;

/** Where a visitor may be sent back to: a page of this site, never another site. */
public final class LocalPath {

  private LocalPath() {}

  /** The path if it is one of this site's, else the home page. */
  public static URI orHome(String path) {
    boolean ours =
        path.startsWith("/")
            && !path.startsWith("//")
            && path.indexOf('\\') < 0
            && path.chars().noneMatch(Character::isISOControl);
    try {
      return ours ? URI.create(path) : URI.create("/");
    } catch (IllegalArgumentException e) {
      return URI.create("/");
    }
  }
}
