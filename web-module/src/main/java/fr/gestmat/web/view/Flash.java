package fr.gestmat.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a form says on the page that it redirects to. It travels in a cookie that lives for a minute
 * and is gone once the page was shown, so that no server has to remember it.
 */
@RequestScoped
public class Flash {

  static final String COOKIE = "message";

  @Inject private HttpServletRequest request;

  private @Nullable Message left;

  /** Says on the next page that something is done. */
  public void done(String text) {
    left = new Message(Tone.OK, text);
  }

  /** Says on the next page that something deserves attention. */
  public void warn(String text) {
    left = new Message(Tone.WARNING, text);
  }

  /** Says on the next page that something was refused. */
  public void refuse(String text) {
    left = new Message(Tone.REFUSED, text);
  }

  /** What this request leaves for the next one. */
  Optional<Message> left() {
    return Optional.ofNullable(left);
  }

  /** What the previous request left for this one. */
  Optional<Message> take() {
    if (request.getCookies() == null) {
      return Optional.empty();
    }
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals(COOKIE)) {
        return Message.decode(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  /**
   * A message.
   *
   * @param tone how it sounds
   * @param text the sentence, in the visitor's language
   */
  public record Message(Tone tone, String text) {

    private static final int LONGEST = 900;

    String encode() {
      String said = tone.name() + "|" + text.substring(0, Math.min(text.length(), LONGEST));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(said.getBytes(StandardCharsets.UTF_8));
    }

    /** The message of a cookie; absent if it is not one of ours. */
    static Optional<Message> decode(String cookie) {
      try {
        String said = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
        int bar = said.indexOf('|');
        return bar < 0
            ? Optional.empty()
            : Optional.of(
                new Message(Tone.valueOf(said.substring(0, bar)), said.substring(bar + 1)));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
