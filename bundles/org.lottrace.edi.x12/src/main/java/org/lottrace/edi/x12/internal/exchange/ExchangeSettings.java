package org.lottrace.edi.x12.internal.exchange;

import java.util.Optional;
import org.lottrace.api.partner.EdiAddress;

/**
 * What is configured.
 *
 * @param ownAddress the address under which partners reach us; absent to take those of the company's own parties
 * @param usage ISA15 of what we send: {@code P} or {@code T}
 * @param folders where files come in and go out
 */
record ExchangeSettings(Optional<EdiAddress> ownAddress, String usage, Folders folders) {}
