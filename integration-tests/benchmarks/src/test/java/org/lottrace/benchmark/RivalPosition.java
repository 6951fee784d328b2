package org.lottrace.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lottrace.benchmark.RivalTerms.Said;

/** A position in stock as {@link AllocationRival} reads it, with all it knows of the lot, and what speaks against it. */
final class RivalPosition {
    long lot;
    String name;
    String issuer;
    String number;
    String kind;
    String place;
    String sscc;
    LocalDate expiry;
    LocalDate made;
    String held;
    BigDecimal quantity;
    String unit;
    String type;
    int path;
    LocalDate received;
    BigDecimal lowest;
    BigDecimal highest;
    final Map<String, TreeSet<String>> says = new TreeMap<>();

    BigDecimal available;
    BigDecimal taken = BigDecimal.ZERO;
    final List<String[]> reasons = new ArrayList<>();

    /** What the order asks of each lot of an item. */
    record Asked(
            RivalTerms terms,
            LocalDate delivered,
            String customer,
            int minimumDays,
            Integer shelfLife,
            LocalDate lastExpiry,
            TreeSet<String> classes) {}

    String key() {
        return lot + " " + kind + " " + place + " " + sscc;
    }

    String said(String attribute) {
        return says.containsKey(attribute) ? String.join(", ", says.get(attribute)) : "nothing " + name;
    }

    void judge(Asked asked) {
        if (held != null) {
            against("LOT_ON_HOLD", "is on hold (" + held + "); release it or take another lot");
        }
        if (expiry != null) {
            long left = ChronoUnit.DAYS.between(asked.delivered, expiry);
            if (left < 0) {
                against("LOT_EXPIRED", "expires on " + expiry + ", before " + asked.delivered + "; take another lot");
            } else if (left < asked.minimumDays) {
                against(
                        "SHELF_LIFE_TOO_SHORT",
                        "expires on " + expiry + ", " + left + " days after " + asked.delivered + ", but "
                                + asked.customer + " takes no less than " + asked.minimumDays
                                + " days; take a fresher lot");
            }
            judgeDays(asked, left);
        }
        judgeAge(asked);
        judgeDemands(asked);
        if (!"STORAGE".equals(type) && !"PICKING".equals(type)) {
            reasons.add(new String[] {
                "LOCATION_NOT_ALLOCATABLE",
                "position",
                place + (type == null ? " is no location of the site any more" : " is a " + type + " location")
                        + "; move the goods to storage or picking first"
            });
        }
        if (available.signum() <= 0) {
            reasons.add(new String[] {
                "FULLY_RESERVED",
                "position",
                "everything of lot " + name + " at " + place
                        + " is reserved; cancel the allocation of another order to free it"
            });
        }
    }

    private void judgeDays(Asked asked, long left) {
        RivalTerms terms = asked.terms;
        Long whole = made != null
                ? Long.valueOf(ChronoUnit.DAYS.between(made, expiry))
                : asked.shelfLife == null ? null : Long.valueOf(asked.shelfLife);
        if (terms.remainingPercent != null && whole == null) {
            against(
                    "REMAINING_LIFE_UNKNOWN",
                    "has no production date and its item no shelf life, so nothing tells how much of it is left",
                    terms.remainingPercent);
        } else {
            long byDays = terms.remainingDays == null ? 0 : terms.remainingDays.what();
            long byPercent = terms.remainingPercent == null ? 0 : (terms.remainingPercent.what() * whole + 99) / 100;
            if (left < Math.max(byDays, byPercent) && (terms.remainingDays != null || terms.remainingPercent != null)) {
                against(
                        "REMAINING_LIFE_BELOW_RULE",
                        "expires on " + expiry + ", " + left + " days after " + asked.delivered + ", but has to have "
                                + Math.max(byDays, byPercent),
                        byPercent > byDays ? terms.remainingPercent : terms.remainingDays);
            }
        }
        if (terms.goodUntil != null && expiry.isBefore(terms.goodUntil.what())) {
            against(
                    "REMAINING_LIFE_BELOW_RULE",
                    "expires on " + expiry + ", but has to be good until " + terms.goodUntil.what(),
                    terms.goodUntil);
        }
        if (terms.blockedDays != null && !asked.delivered.isBefore(expiry.minusDays(terms.blockedDays.what()))) {
            against(
                    "BLOCKED_BEFORE_EXPIRY",
                    "expires on " + expiry + " and goes to nobody in the " + terms.blockedDays.what()
                            + " days before; it would arrive on " + asked.delivered,
                    terms.blockedDays);
        }
        if (asked.lastExpiry != null && expiry.isBefore(asked.lastExpiry)) {
            against(
                    "OLDER_THAN_LAST_DELIVERY",
                    "expires on " + expiry + ", before what the customer got already (" + asked.lastExpiry + ")",
                    terms.neverOlder);
        }
    }

    private void judgeAge(Asked asked) {
        Said<Integer> age = asked.terms.minimumAge;
        if (age != null && made == null) {
            against("AGE_UNKNOWN", "has no production date, so nothing tells how old it is", age);
        } else if (age != null && asked.delivered.isBefore(made.plusDays(age.what()))) {
            against(
                    "TOO_YOUNG",
                    "was made on " + made + " and would be " + ChronoUnit.DAYS.between(made, asked.delivered)
                            + " days old on " + asked.delivered + ", but has to be " + age.what(),
                    age);
        }
        Said<Integer> quarantine = asked.terms.quarantine;
        LocalDate leaves = asked.delivered.minusDays(asked.terms.transitDays);
        if (quarantine != null && received != null && leaves.isBefore(received.plusDays(quarantine.what()))) {
            against(
                    "IN_QUARANTINE",
                    "came on " + received + " and stays until " + received.plusDays(quarantine.what())
                            + ", but would leave on " + leaves,
                    quarantine);
        }
    }

    private void judgeDemands(Asked asked) {
        RivalTerms terms = asked.terms;
        if (terms.coldest != null && lowest != null && lowest.compareTo(terms.coldest.what()) < 0) {
            against(
                    "TEMPERATURE_EXCEEDED",
                    "was measured at " + plain(lowest) + " CEL, below " + plain(terms.coldest.what()) + " CEL",
                    terms.coldest);
        }
        if (terms.warmest != null && highest != null && highest.compareTo(terms.warmest.what()) > 0) {
            against(
                    "TEMPERATURE_EXCEEDED",
                    "was measured at " + plain(highest) + " CEL, above " + plain(terms.warmest.what()) + " CEL",
                    terms.warmest);
        }
        terms.attributes.forEach((word, wanted) -> {
            TreeSet<String> own = says.getOrDefault(word, new TreeSet<>());
            if (wanted.what().isEmpty() ? own.isEmpty() : wanted.what().stream().noneMatch(own::contains)) {
                against(
                        "ATTRIBUTE_NOT_WANTED",
                        "says " + (own.isEmpty() ? "nothing" : String.join(", ", own)) + " as its " + word
                                + ", but has to say "
                                + (wanted.what().isEmpty() ? "something" : String.join(" or ", wanted.what())),
                        wanted);
            }
        });
        TreeSet<String> unwanted = new TreeSet<>(terms.withoutClasses.keySet());
        unwanted.retainAll(asked.classes);
        if (!unwanted.isEmpty()) {
            against(
                    "CLASS_NOT_WANTED",
                    "is of an item of the class " + String.join(", ", unwanted) + ", of which nothing goes there",
                    new Said<>(unwanted.first(), terms.withoutClasses.get(unwanted.first())));
        }
    }

    void passedOver(String code, String what) {
        against(code, what);
    }

    private void against(String code, String what, Said<?> rule) {
        against(code, what + "; take another lot or change rule " + rule.by());
    }

    private void against(String code, String what) {
        reasons.add(new String[] {code, "lot", "lot " + name + " " + what});
    }

    /** A line of the explanation. */
    void write(StringBuilder text) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(name)
                .append('\t')
                .append(kind)
                .append('\t')
                .append(place)
                .append('\t')
                .append(sscc);
        text.append('\t').append(expiry == null ? "" : expiry);
        text.append('\t')
                .append(plain(available))
                .append('\t')
                .append(plain(taken))
                .append('\t')
                .append(unit);
        for (String[] reason : reasons) {
            text.append('\t')
                    .append(reason[0])
                    .append('\t')
                    .append(reason[1])
                    .append('\t')
                    .append(reason[2]);
        }
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
