package org.lottrace.persistence.internal.exceptioncase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.EventId;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCase.Closing;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Role;

/** A row of {@code exception_case}. */
@Entity
@Table(name = "exception_case")
public class ExceptionCaseEntity {
    @Id
    @Column(name = "case_number")
    long number;

    @Column(name = "code", length = 60)
    String code;

    @Column(name = "event_id", length = 100)
    String event;

    @Column(name = "lot", length = 200)
    String lot;

    @Column(name = "site", length = 10)
    String site;

    @Column(name = "message", length = 2000)
    String message;

    @Column(name = "owner_role", length = 40)
    String owner;

    @Column(name = "deadline")
    Instant deadline;

    @Column(name = "opened_at")
    Instant opened;

    @Column(name = "is_open")
    boolean open;

    @Column(name = "closed_at")
    Instant closed;

    @Column(name = "closed_by", length = 200)
    String closedBy;

    @Column(name = "close_reason", length = 2000)
    String closeReason;

    protected ExceptionCaseEntity() {}

    ExceptionCaseEntity(ExceptionCase of) {
        number = of.number();
        code = of.code();
        event = of.event().value();
        lot = of.lot().map(LotKey::toString).orElse(null);
        site = of.site().value();
        message = of.message();
        owner = of.owner().code();
        deadline = of.deadline();
        opened = of.opened();
        open = of.isOpen();
        closed = of.closing().map(Closing::at).orElse(null);
        closedBy = of.closing().map(Closing::by).orElse(null);
        closeReason = of.closing().map(Closing::reason).orElse(null);
    }

    ExceptionCase toCase() {
        return new ExceptionCase(
                number,
                code,
                new EventId(event),
                Optional.ofNullable(lot).map(LotKey::parse),
                new SiteId(site),
                message,
                Coded.of(Role.class, owner),
                deadline,
                opened,
                Optional.ofNullable(closed).map(at -> new Closing(at, closedBy, closeReason)));
    }
}
