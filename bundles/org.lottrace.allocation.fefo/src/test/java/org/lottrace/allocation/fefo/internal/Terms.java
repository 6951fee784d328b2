package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.UnitOfMeasure;

/** Terms of a rule as one line: {@code rotation=FIFO days=5 percent=66 until=2026-05-01 blocked=3 neverOlder transit=2 single=0 lots=2
 * pallets faces largest whole=CS same=grade
 * instead=SALT:2_C62:1_KGM,FLOUR:1_C62:1_KGM takes
 * age=3 quarantine=2 coldest=-18 warmest=7 says=grade:A/B,countryOfOrigin:DE without=NUTS,GLUTEN path}; what is not said is not said. */
final class Terms {
    private final String text;

    private Terms(String text) {
        this.text = " " + text + " ";
    }

    static RuleTerms of(String text) {
        Terms said = new Terms(text);
        return new RuleTerms(
                said.value("rotation").map(Rotation::valueOf),
                said.value("days").map(Integer::valueOf),
                said.value("percent").map(Integer::valueOf),
                said.value("until").map(LocalDate::parse),
                said.value("blocked").map(Integer::valueOf),
                said.flag("neverOlder", true),
                said.value("transit").map(Integer::valueOf),
                said.value("single").map(Integer::valueOf),
                said.value("lots").map(Integer::valueOf),
                said.flag("pallets", true),
                said.flag("faces", true),
                said.flag("largest", false),
                said.value("whole").map(UnitOfMeasure::new),
                said.value("same"),
                said.substitutes(),
                said.flag("takes", true),
                Optional.of(said.demands()),
                said.flag("path", true));
    }

    private LotDemands demands() {
        return new LotDemands(
                value("age").map(Integer::valueOf),
                value("quarantine").map(Integer::valueOf),
                value("coldest").map(degrees -> EventBuilder.quantity(degrees + " CEL")),
                value("warmest").map(degrees -> EventBuilder.quantity(degrees + " CEL")),
                value("says").stream()
                        .flatMap(all -> Stream.of(all.split(",")))
                        .map(one -> one.split(":"))
                        .map(parts -> new WantedAttribute(
                                parts[0], parts[1].equals("*") ? List.of() : List.of(parts[1].split("/"))))
                        .toList(),
                value("without").map(classes -> List.of(classes.split(","))).orElse(List.of()));
    }

    private List<Substitute> substitutes() {
        return value("instead").stream()
                .flatMap(all -> Stream.of(all.split(",")))
                .map(one -> one.split(":"))
                .map(parts -> new Substitute(
                        new ItemNumber(parts[0]),
                        EventBuilder.quantity(parts[1].replace('_', ' ')),
                        EventBuilder.quantity(parts[2].replace('_', ' '))))
                .toList();
    }

    private Optional<String> value(String name) {
        int at = text.indexOf(" " + name + "=");
        return at < 0
                ? Optional.empty()
                : Optional.of(text.substring(at + name.length() + 2).split(" ")[0]);
    }

    private Optional<Boolean> flag(String name, boolean value) {
        return text.contains(" " + name + " ") ? Optional.of(value) : Optional.empty();
    }
}
