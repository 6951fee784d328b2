package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.WaveRequest;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.order.Demand;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** The numbers of what a wave is to serve, and what is wrong with them. */
record WaveNumbers(WaveRequest wave) {
    /** Types of orders in the order in which they are served, each with who may reserve for it: a wave is no way around that. */
    private enum Kind {
        SALES(DocumentType.SALES_ORDER, "salesOrders", "allocation.allocate"),
        TRANSFER(DocumentType.TRANSFER_ORDER, "transferOrders", "transfer-allocation.allocate"),
        PRODUCTION(DocumentType.PRODUCTION_ORDER, "productionOrders", "component-allocation.allocate");

        private final DocumentType type;
        private final String field;
        private final String operation;

        Kind(DocumentType type, String field, String operation) {
            this.type = type;
            this.field = field;
            this.operation = operation;
        }

        List<String> numbers(WaveRequest wave) {
            return switch (this) {
                case SALES -> wave.salesOrders();
                case TRANSFER -> wave.transferOrders();
                case PRODUCTION -> wave.productionOrders();
            };
        }

        boolean isAllowed(Caller caller) {
            return Catalogue.named(operation).orElseThrow().roles().stream().anyMatch(caller.roles()::contains);
        }
    }

    /** @return sales orders first and production orders last, each as listed */
    List<DocumentReference> documents() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> kind.numbers(wave).stream().map(number -> new DocumentReference(kind.type, number)))
                .toList();
    }

    /** @return one for each list of orders for which the caller may not reserve */
    List<Violation> forbidden(Caller caller) {
        return Arrays.stream(Kind.values())
                .filter(kind -> !kind.numbers(wave).isEmpty() && !kind.isAllowed(caller))
                .map(kind -> new Violation(
                        Operations.ROLE_MISSING,
                        kind.field,
                        caller.name() + " may not reserve for a " + Allocating.kind(kind.type)
                                + "; leave these out, or let somebody do it who may"))
                .toList();
    }

    List<Violation> problems() {
        int all = documents().size();
        List<Violation> problems = new ArrayList<>();
        if (all == 0) {
            problems.add(new Violation(AllocationWaves.WAVE_EMPTY, Kind.SALES.field, "name the orders"));
        }
        if (all > AllocationWaves.MOST_ORDERS) {
            problems.add(new Violation(
                    AllocationWaves.WAVE_TOO_LARGE,
                    Kind.SALES.field,
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
        for (Kind kind : Kind.values()) {
            List<String> numbers = kind.numbers(wave);
            for (int i = 0; i < numbers.size(); i++) {
                paths.put(ViolationPath.of(kind.field, i + 1), new DocumentReference(kind.type, numbers.get(i)));
            }
        }
        return paths;
    }
}
