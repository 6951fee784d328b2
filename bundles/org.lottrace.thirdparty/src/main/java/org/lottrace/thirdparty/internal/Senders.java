package org.lottrace.thirdparty.internal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lottrace.api.thirdparty.StockDocumentSender;
import org.osgi.service.component.ComponentContext;

/** Who sends documents of ours. Located when something is sent: a sender may need the interchanges, whose readers need this bundle. */
final class Senders {
    private final ComponentContext context;

    Senders(ComponentContext context) {
        this.context = context;
    }

    List<StockDocumentSender> all() {
        Object[] located = context.locateServices(ThirdPartyWarehousesService.SENDER);
        return located == null
                ? List.of()
                : Stream.of(located)
                        .filter(Objects::nonNull)
                        .map(StockDocumentSender.class::cast)
                        .toList();
    }
}
