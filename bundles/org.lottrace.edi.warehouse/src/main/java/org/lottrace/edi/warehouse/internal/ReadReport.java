package org.lottrace.edi.warehouse.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What a 944, 945 or 846 says, as it stands there: a text for each thing, empty where it says nothing. Filled while it is read. */
final class ReadReport {
    /** Goods of one lot. */
    static final class Goods {
        final SetSegment segment;
        /** Product ids by their qualifiers; the U.P.C. case code as UP. */
        final Map<String, String> named = new HashMap<>();

        String amount = "";
        String unit = "";
        String lot = "";
        String sscc = "";
        /** Whether the amount is what is on hand, and not only what is available of it. */
        boolean isOnHand;
        /** How much of it is damaged, in its unit. */
        String damaged = "";
        /** As it was sent, of goods that are announced. */
        String expiry = "";
        /** What else is said of goods that are announced. */
        final List<KeyDatum> keyData = new ArrayList<>();

        Goods(SetSegment segment) {
            this.segment = segment;
        }

        void name(String qualifier, String id) {
            if (!qualifier.isEmpty() && !id.isEmpty()) {
                named.putIfAbsent(qualifier, id);
            }
        }
    }

    /** Of an order W0501, of an announcement W0601. */
    String status = "";

    String number = "";
    String about = "";
    String date = "";
    String time = "";
    /** Of goods that are announced: who brings them, and by which bill of lading. */
    String carrier = "";

    String billOfLading = "";
    /** What else is said of a shipment that is announced. */
    final List<KeyDatum> keyData = new ArrayList<>();
    /** Where in the set the number stands, for what is wrong with it. */
    String beginning = "";

    /** Codes of N1 that may name the warehouse. */
    final List<String> places = new ArrayList<>();

    /** Codes of N1 that may name who got the goods of an advice. */
    final List<String> receivers = new ArrayList<>();

    /** Codes of N1 that may name who ordered them or pays for them. */
    final List<String> buyers = new ArrayList<>();

    final List<Goods> goods = new ArrayList<>();
    final List<UnreadPart> unread = new ArrayList<>();
    final Set<String> unused = new TreeSet<>();

    void unread(SetSegment segment, String message) {
        unread.add(new UnreadPart(segment.position(), segment.tag(), 0, segment.element(1), message));
    }

    /** @return at the segment of the goods, where a service counts lines, the first as 1 and one for each of the goods */
    Violation inTheirTerms(Violation violation) {
        ViolationPath path = violation.path().steps().stream()
                .filter(step -> step.name().equals("lines") && step.number() > 0)
                .findFirst()
                .filter(step -> step.number() <= goods.size())
                .map(step -> ReadGoods.path(goods.get(step.number() - 1).segment))
                .orElseGet(() -> ViolationPath.of(PathStep.segment(beginning)));
        return new Violation(violation.code(), path, violation.message());
    }

    /** Takes what every report says in the same way; else it is not used. */
    void takeCommon(SetSegment segment) {
        if (segment.is("N1")) {
            if (!segment.element(4).isEmpty()) {
                places.add(segment.element(4));
            }
        } else if (!segment.is("ST") && !segment.is("SE")) {
            unused.add(segment.tag());
        }
    }
}
