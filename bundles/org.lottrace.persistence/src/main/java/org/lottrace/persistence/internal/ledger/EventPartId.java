package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/**
 * Key of whatever belongs to an event.
 *
 * @param ledgerPosition the event
 * @param part its place in the list of the event, from 0
 */
@Embeddable
public record EventPartId(
        @Column(name = "ledger_position") long ledgerPosition,
        @Column(name = "part") int part) implements Serializable {}
