package org.lottrace.console.web.internal.orders;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.console.web.internal.desk.Fields;

/** The part of a rule's form that says what is demanded of lots besides their remaining life. */
public final class DemandFields {
    /** Typed as text: degrees Celsius, {@code grade=A, B; certificate=*}, {@code NUTS, MILK}. */
    public static final List<String> NAMES = List.of("coldest", "warmest", "attributes", "withoutClasses");

    private static final UnitOfMeasure CELSIUS = new UnitOfMeasure("CEL");
    private static final String ANYTHING = "*";

    private DemandFields() {}

    static Map<String, Optional<?>> said(LotDemands demands) {
        Map<String, Optional<?>> said = new LinkedHashMap<>();
        said.put("minimumAgeDays", demands.minimumAgeDays());
        said.put("quarantineDays", demands.quarantineDays());
        said.put("coldest", demands.coldest().map(DemandFields::degrees));
        said.put("warmest", demands.warmest().map(DemandFields::degrees));
        said.put("attributes", filled(demands.attributes().stream().map(DemandFields::text), "; "));
        said.put("withoutClasses", filled(demands.withoutClasses().stream(), ", "));
        return said;
    }

    static LotDemands read(Fields fields) {
        return new LotDemands(
                fields.given("minimumAgeDays", Integer::valueOf),
                fields.given("quarantineDays", Integer::valueOf),
                fields.given("coldest", DemandFields::celsius),
                fields.given("warmest", DemandFields::celsius),
                fields.given("attributes", DemandFields::attributes).orElse(List.of()),
                fields.given("withoutClasses", text -> parts(text, ",")).orElse(List.of()));
    }

    private static Optional<String> filled(Stream<String> texts, String between) {
        return Optional.of(texts.collect(Collectors.joining(between))).filter(text -> !text.isEmpty());
    }

    private static String text(WantedAttribute wanted) {
        return wanted.attribute() + "=" + (wanted.oneOf().isEmpty() ? ANYTHING : String.join(", ", wanted.oneOf()));
    }

    /** @throws IllegalArgumentException if a part is not of that form */
    private static List<WantedAttribute> attributes(String text) {
        return parts(text, ";").stream().map(DemandFields::attribute).toList();
    }

    private static WantedAttribute attribute(String text) {
        int sign = text.indexOf('=');
        List<String> values = sign < 1 ? List.of() : parts(text.substring(sign + 1), ",");
        if (values.isEmpty()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is not of the form grade=A, B or certificate=*: an attribute, and what suffices of it");
        }
        return new WantedAttribute(
                text.substring(0, sign).strip(), values.equals(List.of(ANYTHING)) ? List.of() : values);
    }

    private static List<String> parts(String text, String between) {
        return Stream.of(text.split(between))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String degrees(Quantity temperature) {
        return temperature.amount().toPlainString();
    }

    private static Quantity celsius(String degrees) {
        return new Quantity(new BigDecimal(degrees), CELSIUS);
    }
}
