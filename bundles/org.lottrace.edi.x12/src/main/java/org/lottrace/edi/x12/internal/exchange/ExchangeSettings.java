package org.lottrace.edi.x12.internal.exchange;

import java.time.Duration;
import java.util.Optional;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.edi.x12.internal.syntax.FileLimits;

/**
 * What is configured.
 *
 * @param ownAddress the address under which partners reach us; absent to take those of the company's own parties
 * @param usage ISA15 of what we send: {@code P} or {@code T}
 * @param limits what a file that comes in may hold
 * @param patience how long a file whose IEA has not come is left to its sender
 * @param folders where files come in and go out
 */
record ExchangeSettings(
        Optional<EdiAddress> ownAddress, String usage, FileLimits limits, Duration patience, Folders folders) {}
