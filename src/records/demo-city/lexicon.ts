import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);
const point = z.strictObject({ lat: z.number(), lon: z.number() });

/** `city/demo/names.yaml`: the words the generator combines. */
export const lexiconFile = z.strictObject({
  firstNames: z.strictObject({ women: words, men: words }),
  familyNames: words,
  legalNames: words,
  districts: z.array(
    z.strictObject({
      district: z.int(),
      name: z.string(),
      centre: point,
      quarters: z.array(z.int()).min(1),
      streets: words,
    }),
  ),
  alleys: words,
  words: z.strictObject({
    alley: z.string(),
    deadEnd: z.string(),
    plate: z.string(),
    floor: z.string(),
    unit: z.string(),
    shop: z.string(),
    section: z.string(),
    and: z.string(),
  }),
  landUses: z.strictObject({ parcel: words, building: words, apartment: words, guild: words }),
  violationKinds: words,
  violationFloors: words,
  defectNotes: words,
  letterSources: words,
  channels: words,
  offices: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  staff: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type Lexicon = z.infer<typeof lexiconFile>;
export type DemoDistrict = Lexicon['districts'][number];
