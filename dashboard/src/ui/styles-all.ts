/** The whole kit's style sheet, loaded with the first page that goes beyond the inbox. */
import '@mantine/core/styles.layer.css';
