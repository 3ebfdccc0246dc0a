package fr.gestmat.lending.control.delivery;

import fr.gestmat.lending.control.sheet.SheetField;
import fr.gestmat.lending.control.takeover.TakeoverField;
import java.util.List;

/** What a column of a supplier's file may hold, with the headings that suppliers give it. */
public enum DeliveryField implements SheetField {
  /** Serial number of the maker. */
  SERIAL(TakeoverField.SERIAL.headings()),
  /** Asset tag; without this column tags are given by us. */
  TAG(TakeoverField.TAG.headings()),
  /** Name of the model; required. */
  MODEL(TakeoverField.MODEL.headings()),
  /** UAI of the school; without this column all is for the school of the delivery. */
  SCHOOL(TakeoverField.SCHOOL.headings()),
  /** Last day of the warranty. */
  WARRANTY(List.of("fin de garantie", "garantie jusqu au", "garantie", "date de fin de garantie")),
  /** Price in euros. */
  PRICE(List.of("prix", "prix unitaire", "prix ttc", "prix unitaire ttc", "montant"));

  private final List<String> names;

  DeliveryField(List<String> names) {
    this.names = names;
  }

  @Override
  public List<String> headings() {
    return names;
  }

  @Override
  public boolean isRequired() {
    return this == MODEL;
  }
}
