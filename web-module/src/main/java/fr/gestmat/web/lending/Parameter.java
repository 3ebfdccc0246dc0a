package fr.gestmat.web.lending;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A parameter of an address, or a hidden field that hands it on.
 *
 * @param name its name
 * @param value its value
 */
public record Parameter(String name, String value) {

  /** An address with parameters. */
  static String address(String path, List<Parameter> parameters) {
    String query =
        parameters.stream()
            .map(p -> p.name() + "=" + URLEncoder.encode(p.value(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** An address with parameters and one more. */
  static String address(String path, List<Parameter> parameters, String name, String value) {
    List<Parameter> all = new java.util.ArrayList<>(parameters);
    all.add(new Parameter(name, value));
    return address(path, all);
  }
}
