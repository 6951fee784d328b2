package org.lottrace.edi.x12.internal.exchange;

import java.util.Optional;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.edi.x12.internal.syntax.FileLimits;

/**
 * What is configured.
 *
 * @param ownAddress the address under which partners reach us; absent to take those of the company's own parties
 * @param usage ISA15 of what we send: {@code P} or {@code T}
 * @param limits what a file that comes in may hold
 * @param folders where files come in and go out
 */
record ExchangeSettings(Optional<EdiAddress> ownAddress, String usage, FileLimits limits, Folders folders) {}
