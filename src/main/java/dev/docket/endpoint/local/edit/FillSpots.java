package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.PdfForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** Writes what the instructions ask for into the places of a form. */
final class FillSpots {
    private FillSpots() {}

    /** The places with what is in them afterwards. */
    static List<Spot> fill(PdfForm form, List<Spot> spots, String instructions, InkColor ink) throws IOException {
        MatchWishes match = new MatchWishes(spots);
        Filling filling = match.match(ReadInstructions.read(instructions, match.callable()));
        PDAcroForm fields = FindForm.fields(form);
        WriteWidgets write = fields == null ? null : new WriteWidgets(form.pdf(), fields, ink);
        TickWidgets tick = new TickWidgets(form.pdf(), ink);
        List<Spot> filled = new ArrayList<>(spots);
        try (DrawSpots draw = new DrawSpots(form.pdf(), ink)) {
            for (Map.Entry<Integer, String> text : filling.texts().entrySet()) {
                Spot spot = spots.get(text.getKey());
                if (spot.target() instanceof Target.Widget) {
                    write.text(spot, text.getValue());
                } else {
                    draw.text(spot, text.getValue());
                }
                filled.set(text.getKey(), spot.with(text.getValue()));
            }
            for (Map.Entry<Integer, Boolean> box : filling.ticks().entrySet()) {
                Spot spot = spots.get(box.getKey());
                boolean ticked = box.getValue();
                if (spot.target() instanceof Target.Widget) {
                    tick.set(spot, ticked);
                } else if (ticked && spot.value() == null) {
                    draw.tick(spot);
                }
                boolean stays = !ticked && spot.target() instanceof Target.Drawn && spot.value() != null;
                filled.set(box.getKey(), stays ? spot : spot.with(String.valueOf(ticked)));
            }
        }
        return filled;
    }
}
