package fr.gestmat.mealaid.control.taxnotice;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A 2D-Doc as it was read.
 *
 * @param version 1 to 4
 * @param authority certification authority, such as FR03
 * @param certificate id of the participant's certificate
 * @param issuedOn when the paper was issued, if said
 * @param signedOn when it was signed, if said
 * @param documentType two characters
 * @param fields values by id, in their order; empty for types that are not in our table
 * @param signed the text that the signature is of: header and message exactly as read
 * @param signature raw r and s
 */
public record TwoDDoc(
    int version,
    String authority,
    String certificate,
    Optional<LocalDate> issuedOn,
    Optional<LocalDate> signedOn,
    String documentType,
    Map<String, String> fields,
    String signed,
    byte[] signature) {

  /** Copies what could change. */
  public TwoDDoc {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    signature = signature.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  /** A field's value, if it is there and not empty. */
  public Optional<String> field(String id) {
    return Optional.ofNullable(fields.get(id)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** Whether it is a tax notice; a "situation déclarative" is none. */
  public boolean isNotice() {
    return CodeFields.TABLE.type(documentType).map(CodeFields.Type::notice).orElse(false);
  }
}
