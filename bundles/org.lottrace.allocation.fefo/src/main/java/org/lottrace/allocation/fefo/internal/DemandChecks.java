package org.lottrace.allocation.fefo.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.violation.ControlCharacters;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What speaks against demands; a path begins with {@code terms.demands}. */
final class DemandChecks {
    private static final int MOST_DAYS = 36_500;
    private static final int LONGEST_VALUE = 200;
    private static final UnitOfMeasure CELSIUS = new UnitOfMeasure("CEL");
    private static final BigDecimal ABSOLUTE_ZERO = new BigDecimal("-273.15");
    private static final BigDecimal HOTTEST = new BigDecimal("1000");
    private static final Pattern CLASS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,29}");
    private static final ViolationPath PATH = ViolationPath.of("terms").then("demands");

    private DemandChecks() {}

    static List<Violation> against(LotDemands demands) {
        List<Violation> problems = new ArrayList<>();
        days("minimumAgeDays", demands.minimumAgeDays(), problems);
        days("quarantineDays", demands.quarantineDays(), problems);
        temperature("coldest", demands.coldest(), problems);
        temperature("warmest", demands.warmest(), problems);
        if (problems.isEmpty()
                && demands.coldest()
                        .filter(low -> demands.warmest()
                                .filter(high -> high.compareTo(low) < 0)
                                .isPresent())
                        .isPresent()) {
            problems.add(outOfRange(PATH.then("warmest"), "it is below the coldest; exchange them"));
        }
        againstAttributes(demands.attributes(), problems);
        againstClasses(demands.withoutClasses(), problems);
        return problems;
    }

    private static void againstAttributes(List<WantedAttribute> attributes, List<Violation> problems) {
        atMost(LotDemands.MOST, attributes.size(), PATH.then("attributes"), problems);
        Set<String> words = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            WantedAttribute one = attributes.get(i);
            ViolationPath path = PATH.then("attributes", i + 1);
            if (!RuleTerms.ATTRIBUTES.contains(one.attribute())) {
                problems.add(new Violation(
                        "ATTRIBUTE_UNKNOWN",
                        path.then("attribute"),
                        "lots have no attribute of that name; say one of " + RuleTerms.ATTRIBUTES));
            } else if (!words.add(one.attribute())) {
                problems.add(new Violation(
                        AllocationRules.ATTRIBUTE_REPEATED,
                        path.then("attribute"),
                        one.attribute() + " is demanded already; name all values that suffice together"));
            }
            againstValues(one.oneOf(), path, problems);
        }
    }

    private static void againstValues(List<String> values, ViolationPath path, List<Violation> problems) {
        atMost(WantedAttribute.MOST_VALUES, values.size(), path.then("oneOf"), problems);
        for (int i = 0; i < values.size(); i++) {
            ViolationPath at = path.then("oneOf", i + 1);
            if (values.get(i).isBlank() || values.get(i).length() > LONGEST_VALUE) {
                problems.add(outOfRange(at, "a value has 1 to " + LONGEST_VALUE + " characters"));
            }
            ControlCharacters.in(values.get(i), at).ifPresent(problems::add);
        }
    }

    private static void againstClasses(List<String> classes, List<Violation> problems) {
        atMost(LotDemands.MOST, classes.size(), PATH.then("withoutClasses"), problems);
        for (int i = 0; i < classes.size(); i++) {
            if (!CLASS.matcher(classes.get(i)).matches()) {
                problems.add(outOfRange(
                        PATH.then("withoutClasses", i + 1),
                        "a class of items has 1 to 30 letters, digits or . _ -; look at how it is written"));
            }
        }
    }

    private static void days(String term, Optional<Integer> value, List<Violation> problems) {
        value.filter(days -> days < 0 || days > MOST_DAYS)
                .ifPresent(
                        days -> problems.add(outOfRange(PATH.then(term), "it is 0 to " + MOST_DAYS + ", not " + days)));
    }

    private static void temperature(String term, Optional<Quantity> value, List<Violation> problems) {
        value.filter(degrees -> !degrees.unit().equals(CELSIUS)
                        || degrees.amount().compareTo(ABSOLUTE_ZERO) < 0
                        || degrees.amount().compareTo(HOTTEST) > 0)
                .ifPresent(degrees -> problems.add(outOfRange(
                        PATH.then(term),
                        "it is " + ABSOLUTE_ZERO + " to " + HOTTEST + " " + CELSIUS.code() + ", not " + degrees)));
    }

    private static void atMost(int most, int found, ViolationPath path, List<Violation> problems) {
        if (found > most) {
            problems.add(outOfRange(path, "name at most " + most + ", not " + found));
        }
    }

    private static Violation outOfRange(ViolationPath path, String message) {
        return new Violation(AllocationRules.VALUE_OUT_OF_RANGE, path, message);
    }
}
