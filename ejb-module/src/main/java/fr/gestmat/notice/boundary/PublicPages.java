package fr.gestmat.notice.boundary;

import fr.gestmat.notice.control.MailLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Addresses of our pages as mails and papers name them. */
@ApplicationScoped
public class PublicPages {

  @Inject private MailLinks links;

  /**
   * A page of ours.
   *
   * @param path begins with a slash
   * @return the whole address, or the path alone if we do not know our own address
   */
  public String page(String path) {
    return links.page(path);
  }
}
