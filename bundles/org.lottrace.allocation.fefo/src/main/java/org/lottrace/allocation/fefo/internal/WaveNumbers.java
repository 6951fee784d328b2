package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.order.Demand;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** The numbers of what a wave is to serve, and what is wrong with them. */
record WaveNumbers(List<String> salesOrders, List<String> productionOrders) {
    private static final String SALES = "salesOrders";
    private static final String PRODUCTION = "productionOrders";

    WaveNumbers {
        salesOrders = List.copyOf(salesOrders);
        productionOrders = List.copyOf(productionOrders);
    }

    /** @return sales orders first, each as listed */
    List<DocumentReference> documents() {
        return Stream.concat(
                        salesOrders.stream().map(number -> new DocumentReference(DocumentType.SALES_ORDER, number)),
                        productionOrders.stream()
                                .map(number -> new DocumentReference(DocumentType.PRODUCTION_ORDER, number)))
                .toList();
    }

    List<Violation> problems() {
        int all = salesOrders.size() + productionOrders.size();
        List<Violation> problems = new ArrayList<>();
        if (all == 0) {
            problems.add(new Violation(AllocationWaves.WAVE_EMPTY, SALES, "name the orders"));
        }
        if (all > AllocationWaves.MOST_ORDERS) {
            problems.add(new Violation(
                    AllocationWaves.WAVE_TOO_LARGE,
                    SALES,
                    "a wave has at most " + AllocationWaves.MOST_ORDERS + " orders, not " + all + "; make two of it"));
            return problems;
        }
        Set<DocumentReference> seen = new HashSet<>();
        paths().forEach((path, document) -> {
            if (!seen.add(document)) {
                problems.add(new Violation(
                        AllocationWaves.ORDER_REPEATED,
                        path,
                        Allocating.said(document) + " is named twice; name it once"));
            }
        });
        return problems;
    }

    /** @return those that are not among them */
    List<Violation> unknown(Collection<Demand> known) {
        Set<DocumentReference> found = known.stream().map(Demand::reference).collect(Collectors.toSet());
        List<Violation> problems = new ArrayList<>();
        paths().forEach((path, document) -> {
            if (!found.contains(document)) {
                problems.add(Allocating.unknown(document, path));
            }
        });
        return problems;
    }

    private Map<ViolationPath, DocumentReference> paths() {
        Map<ViolationPath, DocumentReference> paths = new LinkedHashMap<>();
        List<DocumentReference> documents = documents();
        for (int i = 0; i < documents.size(); i++) {
            int beyond = i - salesOrders.size();
            paths.put(
                    beyond < 0 ? ViolationPath.of(SALES, i + 1) : ViolationPath.of(PRODUCTION, beyond + 1),
                    documents.get(i));
        }
        return paths;
    }
}
