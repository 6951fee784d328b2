package org.lottrace.edi.as2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.lottrace.edi.as2.internal.incoming.As2Partner;
import org.lottrace.edi.as2.internal.partner.PartnerReport;

/** What health says of partners. */
class As2CheckTest {
    private static Result of(PartnerReport... reports) {
        As2Check check = new As2Check();
        check.partners(List.of(reports).stream()
                .map(report -> (As2Partner) Proxy.newProxyInstance(
                        As2Partner.class.getClassLoader(),
                        new Class<?>[] {As2Partner.class},
                        (proxy, method, none) -> report))
                .toList());
        return check.execute();
    }

    private static PartnerReport report(
            Optional<String> error, Map<String, String> files, int dead, List<String> certificates) {
        return new PartnerReport("acme", "as2.acme.example", Optional.empty(), error, files, dead, certificates);
    }

    @Test
    void all_is_well_without_partners_and_with_one_that_works() {
        assertEquals(Result.Status.OK, of().getStatus());
        assertEquals(
                Result.Status.OK,
                of(report(Optional.empty(), Map.of(), 0, List.of())).getStatus());
    }

    @Test
    void each_trouble_is_a_warning_that_names_the_partner() {
        Map<String, String> seven = new TreeMap<>();
        for (int i = 0; i < 7; i++) {
            seven.put(i + ".edi", "no receipt");
        }
        for (Map.Entry<PartnerReport, String> one : Map.of(
                        report(Optional.of("down"), Map.of(), 0, List.of()), "down; last look never",
                        report(Optional.empty(), Map.of("a.edi", "refused"), 0, List.of()), "a.edi: refused",
                        report(Optional.empty(), seven, 0, List.of()), "2 files more with problems",
                        report(Optional.empty(), Map.of(), 3, List.of()), "not sent and not tried any more: 3",
                        report(Optional.empty(), Map.of(), 0, List.of("our certificate ends")), "our certificate ends")
                .entrySet()) {
            Result result = of(one.getKey());

            assertEquals(Result.Status.WARN, result.getStatus());
            assertTrue(result.toString().contains("AS2 acme (as2.acme.example): "), result.toString());
            assertTrue(result.toString().contains(one.getValue()), result.toString());
        }
    }
}
