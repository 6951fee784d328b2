package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.movement.PieceStep;
import org.lottrace.api.movement.SerialPieces;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the steps of a piece from the ledger, which says them and nothing else does. */
@Component
public final class SerialPiecesService implements SerialPieces {
    private final UnitOfWork unitOfWork;
    private final LedgerStore events;

    @Activate
    public SerialPiecesService(@Reference UnitOfWork unitOfWork, @Reference LedgerStore events) {
        this.unitOfWork = unitOfWork;
        this.events = events;
    }

    @Override
    public List<PieceStep> steps(String serial, Optional<ItemNumber> item, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new WrongQuestionException("a limit is 1 to " + MOST + ", not " + limit);
        }
        return unitOfWork.required(() -> events.newestOfPiece(item, serial, limit)).stream()
                .flatMap(recorded -> steps(recorded, serial, item))
                .limit(limit)
                .toList();
    }

    private static Stream<PieceStep> steps(RecordedEvent recorded, String serial, Optional<ItemNumber> item) {
        EventContext context = recorded.event().context();
        return recorded.event().lines().stream()
                .filter(line -> item.map(line.lot().item()::equals).orElse(true))
                .filter(line -> KnownPieces.serials(line.keyData()).contains(serial))
                .map(line -> new PieceStep(
                        recorded.position(),
                        context.id(),
                        recorded.event().type(),
                        context.effective(),
                        line.lot(),
                        line.from(),
                        line.to()));
    }
}
