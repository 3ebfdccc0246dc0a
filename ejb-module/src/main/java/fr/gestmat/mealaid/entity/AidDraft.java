package fr.gestmat.mealaid.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is being typed of an application, page by page. Officers see none of it. Its revision grows
 * with each change and stays when nothing is typed any more, so that no older page overwrites what
 * is newer (M-D02).
 */
@Embeddable
public class AidDraft {

  @Column(name = "draft")
  private @Nullable String answers;

  @Column(name = "draft_form_version")
  private @Nullable Integer formVersion;

  @Column(name = "draft_revision")
  private int revision;

  @Column(name = "draft_page")
  private @Nullable String page;

  @Column(name = "draft_saved_at")
  private @Nullable Instant savedAt;

  /** For JPA. */
  protected AidDraft() {}

  /** Nothing typed yet, on a version of the form. */
  AidDraft(int formVersion) {
    this.formVersion = formVersion;
  }

  /**
   * Keeps what the family typed, unless something newer was kept already (M-D02).
   *
   * @param known the revision that the page knew, at least 0
   * @param typed JSON
   * @param where the page at which the family stopped
   * @return whether it was kept
   */
  public boolean keep(int known, String typed, String where, Instant now) {
    if (known != revision) {
      return false;
    }
    answers = typed;
    page = where;
    savedAt = now;
    revision++;
    return true;
  }

  /** Says that the answers are these, of a version of the form. */
  public void rebase(String typed, int version) {
    answers = typed;
    formVersion = version;
    revision++;
  }

  /** Begins with what was submitted. */
  void amend(@Nullable String submitted, @Nullable Integer version) {
    answers = Objects.requireNonNull(submitted, "nothing was submitted");
    formVersion = version;
    revision++;
  }

  /** Nothing is typed any more. */
  void settle() {
    answers = null;
    page = null;
    revision++;
  }

  /** What is being typed, as JSON; null when nothing is. */
  public @Nullable String answers() {
    return answers;
  }

  /** Version of the form that the answers are for. */
  public @Nullable Integer formVersion() {
    return formVersion;
  }

  /** Grows with each saved page. */
  public int revision() {
    return revision;
  }

  /** Where the family stopped. */
  public @Nullable String page() {
    return page;
  }

  /** When it was kept last. */
  public @Nullable Instant savedAt() {
    return savedAt;
  }
}
