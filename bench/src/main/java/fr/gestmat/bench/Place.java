package fr.gestmat.bench;

import fr.gestmat.bench.territory.TerritorySize;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Where measurements find what they measure; each product is started when it is first needed. */
final class Place implements AutoCloseable {

  private final Path checkout;
  private final Map<String, Product> products = new HashMap<>();

  Place(Path checkout) {
    this.checkout = checkout;
  }

  /** Root of the source tree. */
  Path checkout() {
    return checkout;
  }

  /** The product with the territory of a region. */
  Product region() throws Exception {
    return product("bench", TerritorySize.REGION, false);
  }

  /** The product with 10,000 devices. */
  Product small() throws Exception {
    return product("bench-small", TerritorySize.SMALL, false);
  }

  /** The product with 300,000 pupils of 350 schools, for campaigns of meal aid. */
  Product mealAid() throws Exception {
    return product("bench-aid", TerritorySize.MEAL_AID, false);
  }

  /** The product with hardly anybody in it, loaded anew. */
  Product empty() throws Exception {
    return product("bench-empty", TerritorySize.EMPTY, true);
  }

  @Override
  public void close() {
    products.values().forEach(Product::close);
  }

  private Product product(String instance, TerritorySize size, boolean anew) throws Exception {
    Product product = products.get(instance);
    if (product == null) {
      product = Product.start(checkout, instance, size, anew);
      products.put(instance, product);
    }
    return product;
  }
}
