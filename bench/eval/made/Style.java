package made;

import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * How a document is set.
 *
 * @param sender what the letterhead says, empty for none
 * @param head whether the head stands left, middle or right (0 to 2), -1 for none
 * @param everyPage whether the head is on every page
 * @param numbering how pages are numbered: none, page of pages, n/m, bare, or "page n"
 * @param ruled whether tables have lines
 * @param pairs how labels stand to values: behind a colon, in two columns, or above them in a strip
 * @param titleSize in parts of the text's size; 1 for capitals only
 * @param typos of a hundred letters so many are wrong
 */
public record Style(PDFont font, PDFont bold, float size, float margin, PDRectangle paper, String sender, int head,
        boolean everyPage, int numbering, boolean ruled, int pairs, float titleSize, int typos, String footer) {
    private static final List<String> SENDERS = List.of("Northgate Supply", "Haus & Hof", "Atelier Marchand",
            "Iberia Central", "Lakeside Partners", "Vega Industries", "Old Mill", "Rivera Hermanos", "Bellini Group");

    /** The held-out set is set in other ways than the known one. */
    public static Style of(Random random, boolean heldOut, String language) {
        PDFont[][] fonts = {{Sheet.PLAIN, Sheet.BOLD}, {Sheet.SERIF, Sheet.SERIF_BOLD}, {Sheet.TYPED, Sheet.TYPED_BOLD}};
        PDFont[] font = fonts[random.nextInt(heldOut ? 3 : 2)];
        float size = font[0] == Sheet.TYPED ? 8.5f : (heldOut ? 8.5f : 9) + random.nextInt(3);
        String sender = SENDERS.get(random.nextInt(SENDERS.size()));
        String footer = random.nextInt(3) == 0 ? "" : sender + " - www.example.com - " + switch (language) {
            case "de" -> "Amtsgericht Köln HRB 12345";
            case "fr" -> "RCS Paris 123 456 789";
            case "es" -> "Registro Mercantil de Madrid";
            case "it" -> "Registro Imprese di Milano";
            default -> "Registered in England 1234567";
        };
        float[] titles = heldOut ? new float[] {1, 1.25f, 1.8f, 2.4f} : new float[] {1, 1.4f, 2};
        return new Style(font[0], font[1], size, 40 + 6 * random.nextInt(6),
                random.nextInt(4) == 0 ? PDRectangle.LETTER : PDRectangle.A4, sender,
                heldOut ? random.nextInt(4) - 1 : random.nextInt(3) == 0 ? 2 : 0, random.nextInt(3) == 0,
                random.nextInt(5), random.nextBoolean(), random.nextInt(heldOut ? 3 : 2),
                titles[random.nextInt(titles.length)], random.nextInt(4) == 0 ? 3 : 0, footer);
    }
}
