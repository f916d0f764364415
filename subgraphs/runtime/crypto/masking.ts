function maskMiddle(text: string, head: number, tail: number): string {
  const characters = [...text];
  const hidden = characters.length - head - tail;
  if (hidden < 1) return '*'.repeat(Math.max(characters.length, 1));
  return [
    ...characters.slice(0, head),
    '*'.repeat(hidden),
    ...characters.slice(characters.length - tail),
  ].join('');
}

/** A telephone number with at most its first three and last four digits shown: `138****1234`. */
export function maskPhone(phone: string): string {
  const compact = phone.replace(/^\+86/, '').replace(/[\s-]/g, '');
  return compact.length >= 11 ? maskMiddle(compact, 3, 4) : maskMiddle(compact, 0, 2);
}

/** A person's name with the surname's first character and, from three characters on, the last one shown: `张*`, `王*明`. */
export function maskName(name: string): string {
  return maskMiddle(name.trim(), 1, [...name.trim()].length > 2 ? 1 : 0);
}

/** An e-mail address with the first character and the domain shown, the length hidden: `z***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '***';
  return `${[...email][0]}***${email.slice(at)}`;
}

/** An identity document number with its first three and last two characters shown: `450*************2X`. */
export function maskIdNumber(idNumber: string): string {
  const compact = idNumber.replace(/\s/g, '');
  return compact.length >= 8 ? maskMiddle(compact, 3, 2) : '*'.repeat(Math.max(compact.length, 1));
}
