package fr.gestmat.web.lending.api;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.desk.ScanAnswer.Offer;
import fr.gestmat.web.view.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The sentences of a scan's answer, in the reader's language. */
public final class ScanTexts {

  private final View view;

  /** In the language of a request. */
  public ScanTexts(View view) {
    this.view = view;
  }

  /**
   * The sentence of a reason. When its first datum may not be said (a name), another sentence
   * stands for it: the key with {@code .unnamed}.
   */
  public String sentence(Finding finding) {
    String key = "scan.reason." + finding.reason();
    boolean unnamed = !finding.values().isEmpty() && finding.values().get(0).isEmpty();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < finding.values().size(); i++) {
      String name = finding.reason().data().get(i);
      String value = finding.values().get(i);
      if (name.equals("schoolClass")) {
        // Who it is and which class: one thing in the sentence, and not every pupil has a class.
        values.set(0, value.isEmpty() ? values.get(0) : values.get(0) + ", " + value);
      } else {
        values.add(value(name, value));
      }
    }
    return view.text(unnamed ? key + ".unnamed" : key, values.toArray());
  }

  /** The text of a choice's button. */
  public String label(Offer offer) {
    return view.text("scan.choice." + offer.choice(), offer.about());
  }

  private Object value(String name, String value) {
    if (value.isEmpty()) {
      return "";
    }
    return switch (name) {
      case "moment" -> view.format().moment(Instant.parse(value));
      case "time" -> view.format().time(Instant.parse(value));
      case "date" -> view.format().day(LocalDate.parse(value));
      case "days", "limit", "length", "quantity" -> Long.valueOf(value);
      case "grade" -> view.text("scan.grade." + value);
      default -> value;
    };
  }
}
