package org.lottrace.api.thirdparty;

import java.util.List;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ConsumerType;

/** Sends our documents to whoever runs the warehouse; a whiteboard service. */
@ConsumerType
public interface StockDocumentSender {
    /**
     * Called in the unit of work in which one of our documents is recorded. What cannot be sent refuses it; whoever gets no documents this
     * way is no problem. When no sender was there, it is called later, once or more until it can be sent.
     *
     * @return why it cannot be sent; empty when it is stored for sending, or does not go this way
     */
    List<Violation> send(ThirdPartyWarehouse warehouse, KeptDocument document);

    /**
     * Called in the unit of work in which a shipping order is cancelled: one that still waits is not sent, one that was sent is taken back.
     *
     * @return as {@link #send}
     */
    List<Violation> cancel(ThirdPartyWarehouse warehouse, KeptDocument order);
}
