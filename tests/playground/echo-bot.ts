import { Bot, InlineKeyboard, InputFile, Keyboard } from 'grammy';

/** A bot that does a little of everything a bot can do in a private chat. */
export async function startEchoBot(address: string, token: string): Promise<Bot> {
  const bot = new Bot(token, { client: { apiRoot: address } });
  bot.command('start', async (ctx) => {
    await ctx.reply(
      '<b>سلام!</b> هر چه بنویسید تکرار می‌کنم.\nنشانی: <a href="https://example.ir">سایت شهر</a>\n<code>3-11-245-7</code>',
      {
        parse_mode: 'HTML',
        reply_markup: new InlineKeyboard()
          .text('بدهی ملک', 'debt')
          .text('هشدار', 'alert')
          .row()
          .copyText('کپی شناسه', '3011245000165')
          .url('سایت', 'https://example.ir'),
      },
    );
  });
  bot.command('phone', (ctx) =>
    ctx.reply('شماره همراهتان را بفرستید.', {
      reply_markup: new Keyboard()
        .requestContact('ارسال شماره من')
        .row()
        .requestLocation('ارسال موقعیت')
        .text('چرا شماره؟')
        .resized()
        .oneTime()
        .placeholder('شماره یا پیام'),
    }),
  );
  bot.callbackQuery('debt', async (ctx) => {
    await ctx.answerCallbackQuery('بدهی پیدا شد');
    await ctx.editMessageText('بدهی: ۲٬۸۹۷٬۸۰۰ تومان');
  });
  bot.callbackQuery('alert', (ctx) =>
    ctx.answerCallbackQuery({ text: 'پرونده بسته است', show_alert: true }),
  );
  bot.on('message:contact', (ctx) => {
    const isOwn = ctx.message.contact.user_id === ctx.from.id && !ctx.message.forward_origin;
    return ctx.reply(isOwn ? 'شماره خودتان است' : 'شماره دیگری است', {
      reply_markup: { remove_keyboard: true },
    });
  });
  bot.on('message:location', (ctx) =>
    ctx.replyWithVenue(34.8, 48.5, 'دفتر پیشخوان ارکیده', 'خیابان مهدیه، پلاک ۱۲'),
  );
  bot.on('message:document', (ctx) =>
    ctx.replyWithDocument(new InputFile(Buffer.from('گواهی'), 'گواهی.pdf'), {
      caption: 'رسید شما',
    }),
  );
  bot.on('edited_message:text', (ctx) => ctx.reply(`ویرایش: ${ctx.editedMessage.text}`));
  bot.on('message:text', async (ctx) => {
    await ctx.replyWithChatAction('typing');
    await ctx.reply(`شما نوشتید: ${ctx.message.text}`);
  });
  bot.catch(() => {});
  await bot.api.setMyCommands([
    { command: 'start', description: 'شروع' },
    { command: 'phone', description: 'ارسال شماره' },
  ]);
  const started = Promise.withResolvers<void>();
  void bot.start({ onStart: () => started.resolve() });
  await started.promise;
  return bot;
}
