package org.lottrace.tools;

import java.io.IOException;
import java.util.Map;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * One command in Karaf's shell, without input.
 *
 * <p>Karaf closes the connection as soon as the command has ended, without waiting for the client. Whatever the client sends
 * then makes the operating system drop the output that is still on its way. So this channel tells the server that there is no
 * input before it asks for the command, and asks for more output only when half of a gigabyte has come: most commands end long
 * before.
 */
final class CommandChannel extends ChannelExec {
    private static final long WINDOW = 1L << 30;

    private long withheld;

    CommandChannel(String command) {
        super(command, null, Map.of());
        CoreModuleProperties.WINDOW_SIZE.set(this, WINDOW);
    }

    @Override
    protected void doOpen() throws IOException {
        sendEof();
        super.doOpen();
    }

    @Override
    protected synchronized void sendWindowAdjust(long length) throws IOException {
        withheld += length;
        if (withheld > WINDOW / 2) {
            super.sendWindowAdjust(withheld);
            withheld = 0;
        }
    }
}
