package dev.docket.endpoint.document;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.rtf.Command;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Understands the RTF commands that hold or part text. Everything in a destination that is no text is passed over. */
final class RtfListener extends RtfListenerAdaptor {
    private static final Set<Command> UNSEEN = EnumSet.of(
            Command.optionalcommand,
            Command.fonttbl,
            Command.colortbl,
            Command.stylesheet,
            Command.info,
            Command.pict,
            Command.fldinst,
            Command.object);
    private static final Map<Command, String> SIGNS = Map.of(
            Command.tab, "\t",
            Command.line, "\n",
            Command.emdash, "\u2014",
            Command.endash, "\u2013",
            Command.bullet, "\u2022",
            Command.lquote, "\u2018",
            Command.rquote, "\u2019",
            Command.ldblquote, "\u201c",
            Command.rdblquote, "\u201d");

    private final Flow flow;
    private int depth;
    /** The depth of the outermost group that is passed over, or 0. */
    private int unseen;

    private boolean rowOpen;
    /** Whether the paragraph's settings were cleared and have not been put into a table again. */
    private boolean leaving;

    RtfListener(Flow flow) {
        this.flow = flow;
    }

    @Override
    public void processGroupStart() {
        depth++;
    }

    @Override
    public void processGroupEnd() {
        if (unseen == depth) {
            unseen = 0;
        }
        depth--;
    }

    @Override
    public void processString(String text) {
        if (unseen == 0) {
            leaveTable();
            flow.text(text);
        }
    }

    @Override
    public void processCommand(Command command, int parameter, boolean hasParameter, boolean optional) {
        WorkStopped.check();
        if (unseen != 0) {
            return;
        }
        if (optional || UNSEEN.contains(command)) {
            unseen = depth;
        } else if (SIGNS.containsKey(command)) {
            flow.text(SIGNS.get(command));
        } else {
            structure(command);
        }
    }

    private void structure(Command command) {
        switch (command) {
            case trowd, intbl -> openRow();
            case cell -> {
                openRow();
                flow.closeCell();
            }
            case row -> {
                openRow();
                flow.closeRow();
                rowOpen = false;
            }
            case pard -> leaving = true;
            case par, sect -> {
                leaveTable();
                flow.endParagraph();
            }
            case page -> {
                leaveTable();
                flow.breakPage();
            }
            default -> {}
        }
    }

    private void openRow() {
        if (!flow.isInTable()) {
            flow.openTable();
        }
        rowOpen = true;
        leaving = false;
    }

    /** Settings are cleared in each cell too; only behind the last row does that end the table. */
    private void leaveTable() {
        if (leaving && flow.isInTable() && !rowOpen) {
            flow.closeTable();
        }
    }
}
